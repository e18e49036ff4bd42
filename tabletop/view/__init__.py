"""What one seat, the public and the facilitator may see: arrays in batch, texts for one."""
