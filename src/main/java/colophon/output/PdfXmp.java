package colophon.output;

/** The description of a PDF as XMP, with the marks of PDF/A-2a and PDF/UA-1 (ISO 19005-2, ISO 14289-1). */
final class PdfXmp {
    private PdfXmp() {}

    /** @param conforms whether the file may say that it is what those want */
    static String of(PdfMetadata metadata, boolean conforms) {
        StringBuilder keywords = new StringBuilder();
        metadata.keywords()
                .forEach(
                        word -> keywords.append("<rdf:li>").append(escape(word)).append("</rdf:li>"));
        String date = metadata.date() + "T00:00:00Z";
        StringBuilder xmp = new StringBuilder();
        xmp.append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
        xmp.append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n");
        xmp.append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
        xmp.append("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"");
        xmp.append(" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"");
        xmp.append(
                " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                        + " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n");
        xmp.append("<dc:format>application/pdf</dc:format>\n");
        xmp.append("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">")
                .append(escape(metadata.title()))
                .append("</rdf:li></rdf:Alt></dc:title>\n");
        if (!metadata.authors().isEmpty()) {
            xmp.append("<dc:creator><rdf:Seq>");
            metadata.authors()
                    .forEach(author ->
                            xmp.append("<rdf:li>").append(escape(author)).append("</rdf:li>"));
            xmp.append("</rdf:Seq></dc:creator>\n");
        }
        if (!metadata.subject().isEmpty()) {
            xmp.append("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">")
                    .append(escape(metadata.subject()))
                    .append("</rdf:li></rdf:Alt></dc:description>\n");
        }
        if (!metadata.keywords().isEmpty()) {
            xmp.append("<dc:subject><rdf:Bag>").append(keywords).append("</rdf:Bag></dc:subject>\n");
            xmp.append("<pdf:Keywords>")
                    .append(escape(String.join(", ", metadata.keywords())))
                    .append("</pdf:Keywords>\n");
        }
        xmp.append("<dc:language><rdf:Bag><rdf:li>")
                .append(escape(metadata.language()))
                .append("</rdf:li></rdf:Bag></dc:language>\n");
        xmp.append("<xmp:CreatorTool>Colophon</xmp:CreatorTool>\n");
        xmp.append("<xmp:CreateDate>").append(date).append("</xmp:CreateDate>\n");
        xmp.append("<xmp:ModifyDate>").append(date).append("</xmp:ModifyDate>\n");
        xmp.append("<pdf:Producer>Colophon with openhtmltopdf and PDFBox</pdf:Producer>\n");
        metadata.version()
                .ifPresent(version ->
                        xmp.append("<xmpMM:VersionID>").append(escape(version)).append("</xmpMM:VersionID>\n"));
        if (!metadata.source().isEmpty()) {
            xmp.append("<dc:source>sha256:").append(metadata.source()).append("</dc:source>\n");
        }
        if (conforms) {
            xmp.append("<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n");
            xmp.append("<pdfuaid:part>1</pdfuaid:part>\n");
            xmp.append(EXTENSION);
        }
        xmp.append("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
        return xmp.toString();
    }

    /** PDF/A wants every schema it does not know explained: here that of PDF/UA (ISO 19005-2, 6.6.2.3). */
    private static final String EXTENSION =
            "<pdfaExtension:schemas xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                    + " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
                    + "<rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
                    + "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
                    + "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
                    + "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
                    + "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
                    + "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
                    + "<pdfaProperty:category>internal</pdfaProperty:category>"
                    + "<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>"
                    + "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
