package colophon.read;

/** A field of a block such as "publication" or "contributor", as a reader asks for it. */
record Field(String block, String name, String type, boolean required) {}
