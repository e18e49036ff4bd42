"""The engine: state, decisions and draws in, a new state out. Pure numpy, the worlds axis first."""
