"""How a partner without a player, or a bot, decides: from view arrays only."""
