package colophon.model;

import colophon.diag.Span;

/** A picture named in the settings: its path in the content folder, and where it is named. */
public record PictureField(String path, Span span) {}
