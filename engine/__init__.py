"""The engine: text → nodes → documents → records → graph → checks → pages → outputs → files.

The rooms in import order; each may import those above it, nothing below (tests/test_rooms.py):

    spelling     a mistyped word → the known one, a title → an id; standard library only
    urls         a web address → its parts, or what is wrong with it; standard library only
    arguments    the command line → Options; standard library only
    standing     whether a site stands already as its sources would make it; standard library only
    pins         the pinned versions that a requirements file asks for; standard library only
    locks        one run at a time; standard library only
    environment  prepare .venv; the only door to pip and venv; standard library only
    memory       what pure functions made of which inputs, from one build to the next
    diagnostics  faults as values, and how they are printed
    rules        ROOM: every rule by its name, what it means and how it is mended
    yaml_faults  what the YAML parser complains of, in plain words
    nodes        YAML text → Nodes that know their place; the only door to PyYAML
    dates        the EDTF profile: read, order, span, say in words
    markdown     Markdown → tokens → HTML; the only door to markdown-it and to safe HTML
    prose        Markdown → Prose: a text and all that it refers to, with places
    sections     Prose → the part under one heading and the rest, or all of its parts
    documents    find the content files; one text → one Document
    terminal     lines and faults → the terminal; nothing else prints
    values       the types of fields: text → value
    fields       Node → record; the only door to pydantic's errors
    settings     site.yaml → Settings
    described    the fields of a type as an author writes them, in the words of their docstrings
    kinds        ROOM: what we know about the world, one file per content type
    schemas      the types → JSON Schemas for editors
    records      Documents → Records
    graph        Records → Graph: by reference, who held what when, who cites which passage
    verdicts     Graph → the corrections by verdict, and the page on which they stand
    links        where everything is published; relative addresses
    statements   Record → Statements: what is said with a status, a source or a date
    voices       citations → whose voice they are: the account, or the record beside it
    resting      Graph → Claims: what rests on which source, and what falls with it
    mentions     every place where a text names a record
    wording      the words of the interface, and counts in an author's words
    filtering    what the events of a timeline can be filtered by
    seating      who sits where at a board's table, and how they voted
    states       what stands at the end of some days, and what has changed since
    past         the graph as it was before the motion
    drawing      ROOM: what drawings share: widths of text, scales, places
    checks       ROOM: what may not be, one file per subject
    figures      ROOM: drawings as numbers, one file per figure
    views        ROOM: what templates see, shared by several pages
    pages        ROOM: what is published, one file per page kind
    things       Record → schema.org: what search engines are told that a page is about
    linked       Pages → pages with a head: JSON-LD, Open Graph, the card
    typeface     the one font of pictures: what it can set, and how wide
    cards        Pages → pictures as pages to be: cards and icons
    template_faults  what the template engine complains of, in plain words
    rendering    Pages → Outputs; the only door to Jinja
    binding      rendered pages → one page that holds them all, for print
    audience     who looks on while a site is made: what comes first, what is called off
    pictures     drawings → pictures, which are kept; the only door to resvg
    composition  what a site is made into: outputs, or the faults against it
    exports      ROOM: what is published besides pages, one file per format
    assets       static/ → Outputs; the style sheet joined into one
    crawl        follow every link of the rendered pages
    commands     ROOM: what can be asked besides building and checking, one file per command
    output       write what changed, remove what we no longer make; the only writer
    authored     what a command changes in an author's files, all of it or nothing
    preview      ROOM: a published page → what the preview sends of it
    previews     builds → what the preview shows: the last good files, and faults
    guard        the headers of a request → whether it is ours to answer
    ports        a host and a port → a socket that listens nearby, and its address
    watching     sources → a call for each change; the only door to watchfiles
    serving      build and show at every save; the only door to livereload and tornado
"""
