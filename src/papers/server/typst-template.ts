// The form of Nghị định 30/2020/NĐ-CP written in Typst; a paper's text arrives as data, never as markup.

/** Reads two JSON inputs: `sheet` (layout.ts) and `measures` (measures.ts). */
export const template = String.raw`
#let sheet = json("/sheet.json")
#let (page: paper, columns: cols, sizes, spacing) = json("/measures.json")
#let size(name) = sizes.at(name) * 1pt
#let leading = (spacing.linePitch - sizes.body) * 1pt
#let gap = leading + spacing.paragraph * 1pt
#let indent = spacing.firstLine * 1mm
#let rule(length) = line(length: length * 1mm, stroke: spacing.rule * 1pt)
#let lines(texts) = texts.join([ ] + linebreak())
#let centred(body) = align(center, { set par(justify: false, first-line-indent: 0pt); body })

#set document(title: sheet.name, author: sheet.author)
#set page(
  width: paper.width * 1mm, height: paper.height * 1mm,
  margin: (top: paper.top * 1mm, bottom: paper.bottom * 1mm, left: paper.left * 1mm, right: paper.right * 1mm),
  // No number on page 1. A numbering function needs no second pass, as a header that asks would.
  numbering: (number, ..) => if number > 1 { text(size: size("pageNumber"), str(number)) },
  number-align: top + center,
  header-ascent: (paper.top - paper.number) * 1mm - size("pageNumber"),
)
// A line is one em high, so that line pitch = size + leading, as in a word processor.
#set text(font: "Tinos", size: size("body"), lang: "vi", region: "VN", fill: black,
  hyphenate: false, overhang: false, top-edge: 0.8em, bottom-edge: -0.2em)
// Line by line, as word processors break them: a tenth quicker than weighing whole paragraphs.
#set par(justify: true, linebreaks: "simple", leading: leading, spacing: gap,
  first-line-indent: (amount: indent, all: true))
#set smartquote(enabled: false)

#show heading: set text(size: size("body"), weight: "regular")
#show heading: set block(above: gap, below: gap, sticky: true)
// The outline takes the heading's own words; the page has them in capitals and broken as the form wants.
#show heading.where(level: 1): it => centred(text(size: size("title"), strong(sheet.title))
  + [ ] + linebreak() + text(size: size("subject"), strong(lines(sheet.subject))))
#show heading.where(level: 2): it => block(sticky: true, strong(it.body))
#show heading.where(level: 3): it => block(sticky: true, strong(it.body))
#show heading.where(level: 4): it => block(sticky: true, it.body)

// A list for screen readers too; every line but the first of an item begins where the text does.
#let signed-list(items, at: 0pt, gap: auto) = context {
  let sign = "- "
  set list(marker: sign, indent: at, body-indent: 0pt, spacing: gap)
  set par(first-line-indent: 0pt, spacing: gap)
  list(tight: false, ..items.map(it => par(hanging-indent: -at - measure(text(sign)).width, it)))
}

#let agency() = centred({
  set par(leading: 2pt, spacing: 2pt)
  if sheet.agencyAbove.len() > 0 {
    block(text(size: size("agencyAbove"), lines(sheet.agencyAbove)))
  }
  block(text(size: size("agency"), strong(lines(sheet.agency))))
  v(3pt, weak: true)
  rule(sheet.rules.agency)
})

#let country() = centred({
  set par(leading: 2pt, spacing: 2pt)
  block(text(size: size("country"), strong(sheet.country)))
  block(box(stroke: (bottom: spacing.rule * 1pt), outset: (bottom: 2.5pt),
    text(size: size("motto"), strong(sheet.motto))))
})

#let signed(signature, name-gap) = {
  block(strong(lines(signature.titles)))
  v(name-gap)
  block(strong(signature.name))
}

#let approval() = centred({
  set text(size: size("approval"))
  set par(leading: 2pt, spacing: 4pt)
  block(strong(lines(sheet.approval.text)))
  signed(sheet.approval, spacing.signature * 0.8mm)
})

#grid(
  columns: (cols.left * 1mm, cols.right * 1mm), row-gutter: 9pt,
  agency(), country(),
  centred(text(size: size("number"), sheet.number)),
  if sheet.placeDate != none { centred(text(size: size("placeDate"), emph(sheet.placeDate))) },
  ..if sheet.approval != none { (approval(), []) },
)

#v(14pt)
#heading(level: 1, sheet.name)
#v(4pt, weak: true)
#align(center, rule(sheet.rules.subject))
#v(12pt)

#if sheet.addressees != none {
  set text(size: size("addressee"))
  if sheet.addressees.others.len() == 0 { centred(sheet.addressees.first) } else {
    set par(first-line-indent: 0pt, justify: false)
    pad(left: 2 * indent, grid(columns: 2, column-gutter: 4pt, row-gutter: leading + 2pt,
      sheet.addressees.first, [],
      [], signed-list(sheet.addressees.others, gap: leading + 2pt)))
  }
  v(6pt)
}

#for basis in sheet.bases { par(emph(basis)) }

#let runs(list) = for run in list {
  let out = text(run.text)
  if run.at("italic", default: false) { out = emph(out) }
  if run.at("bold", default: false) { out = strong(out) }
  out
}

#show figure: set block(breakable: true, above: gap + 2pt, below: gap + 6pt)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: it => block(sticky: true, centred(text(size: size("caption"), it.body)))
#set figure(supplement: none, numbering: none, gap: 6pt)

#show table: set par(justify: false, first-line-indent: 0pt, leading: 3pt)
#show table: set text(size: size("table"))
#set table(inset: 4pt, stroke: 0.5pt)
#let sides = (left: left + horizon, right: right + horizon, center: center + horizon)
// Rows stay whole, but not a text that may be longer than a page.
#let cell(data) = table.cell(align: sides.at(data.align), breakable: data.text.len() > 900, lines(data.text.split("\n")))
#let sheet-table(data) = figure(kind: table, caption: if data.caption != none { strong(data.caption) }, table(
  columns: data.widths.map(width => width * 1fr),
  ..if data.head.len() > 0 { (table.header(repeat: true, ..data.head.map(it => table.cell(align: sides.at(it.align), strong(lines(it.text.split("\n")))))),) },
  ..data.rows.flatten().map(cell)))

#let sheet-chart(data) = {
  show figure: set block(breakable: false)
  figure(kind: image, caption: emph(data.caption),
    image(bytes(data.svg), format: "svg", alt: data.alt, width: 100%))
}

#let blocks(parts, last: none) = for (at, part) in parts.enumerate() {
  if part.kind == "heading" { heading(level: part.depth + 1, h(indent) + part.text) }
  else if part.kind == "table" { sheet-table(part) }
  else if part.kind == "chart" { sheet-chart(part) }
  else if part.kind == "list" {
    let items = part.items.map(runs)
    // Only what ends the text must stay with the signature, not the whole list before it.
    let (apart, ending) = if at == last { (items.slice(0, -1), items.slice(-1)) } else { (items, ()) }
    if apart.len() > 0 { signed-list(apart, at: indent, gap: gap) }
    if ending.len() > 0 { block(sticky: true, signed-list(ending, at: indent, gap: gap)) }
  } else {
    let text = par(runs(part.runs))
    if at == last { block(sticky: true, text) } else { text }
  }
}
#blocks(sheet.body, last: sheet.body.len() - 1)

#v(8pt)
#block(breakable: false, {
  set par(justify: false, first-line-indent: 0pt, spacing: 2pt, leading: 2pt)
  grid(columns: (45%, 55%),
    {
      block(text(size: size("recipientsLabel"), strong(emph(sheet.recipients.label))))
      set text(size: size("recipients"))
      signed-list(sheet.recipients.lines, gap: 2pt)
    },
    align(center, { set text(size: size("signature")); signed(sheet.signature, spacing.signature * 1mm) }))
})

#if sheet.annex.len() > 0 { pagebreak(); blocks(sheet.annex) }
`;
