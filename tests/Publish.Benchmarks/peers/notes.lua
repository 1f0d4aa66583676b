-- Pandoc filter: a note becomes a span that CSS floats to the foot of the page.
function Note(note)
  return pandoc.Span(pandoc.utils.blocks_to_inlines(note.content, { pandoc.LineBreak() }), { class = 'note' })
end
