"""mkdocs made incremental: pages whose parts are as they were are taken from the last build, byte for byte."""

from generator.incremental.room import Room, Templates, room_for

__all__ = ["Room", "Templates", "room_for"]
