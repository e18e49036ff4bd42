"""Content: YAML on disk becomes checked objects, and every fault is told with its file and line."""
