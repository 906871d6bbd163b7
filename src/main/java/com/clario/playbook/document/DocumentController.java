package com.clario.playbook.document;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a partnership's documents, where a file is stored and every file is had again. */
@Controller
class DocumentController {

    private final Documents documents;
    private final Cases cases;
    private final People people;
    private final DateTimeFormatter when;

    DocumentController(
            Documents documents, Cases cases, People people, @Value("${playbook.zone:Asia/Jakarta}") ZoneId zone) {
        this.documents = documents;
        this.cases = cases;
        this.people = people;
        this.when =
                DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(zone);
    }

    @GetMapping("/partnerships/{code:[a-z0-9-]+}/documents")
    String list(@PathVariable String code, @RequestParam(required = false) String tooLarge, Model model) {
        known(code);
        model.addAttribute("code", code);
        List<Document> stored = documents.of(code);
        model.addAttribute("documents", stored);
        model.addAttribute("names", names(stored));
        model.addAttribute("kinds", Kind.offeredTo(people.current()));
        model.addAttribute("accepted", FileType.ACCEPTED);
        model.addAttribute("largest", Documents.LARGEST);
        model.addAttribute("when", when);
        if (tooLarge != null) {
            model.addAttribute("refused", TooLarge.SENTENCE);
        }
        return "document/documents";
    }

    @PostMapping("/partnerships/{code:[a-z0-9-]+}/documents")
    String store(
            @PathVariable String code,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        people.requireOneOf(Kind.groupsFor(kind));
        known(code);
        try {
            Kind.byPerson(kind);
            byte[] content = file == null ? new byte[0] : file.getBytes();
            String name = file == null ? "" : file.getOriginalFilename();
            Document stored = documents.store(code, kind, name, content);
            flash.addFlashAttribute("done", "Stored: " + stored.name() + " (" + stored.kindLabel() + ").");
        } catch (Refusal refusal) {
            flash.addFlashAttribute("refused", refusal.getMessage());
            flash.addFlashAttribute("chosen", kind);
        }
        return "redirect:/partnerships/{code}/documents";
    }

    private void known(String code) {
        if (!cases.exists(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Map<String, String> names(List<Document> stored) {
        return stored.stream().map(Document::storedBy).distinct().collect(Collectors.toMap(id -> id, id -> people.find(
                        id)
                .map(Person::name)
                .orElse(id)));
    }

    /** Always as a download and never guessed at by the browser: a file from outside must not run on our pages. */
    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> download(@PathVariable long id) {
        Document document = documents.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var disposition = ContentDisposition.attachment()
                .filename(document.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(documents.content(id));
    }
}
