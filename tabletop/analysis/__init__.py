"""Many worlds at once: what a policy, or a decision, would bring."""
