package colophon.model;

import java.util.Optional;

/** Who paid for the work, and the wording they require. */
public record Funder(
        String name, Optional<String> url, Optional<String> ror, Optional<String> award, Body acknowledgement) {}
