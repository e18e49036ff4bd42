"""From a session to what a group looks back on. The opened debrief shows everything, except who sat where by name."""
