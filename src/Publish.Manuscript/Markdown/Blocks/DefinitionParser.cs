using Markdig.Extensions.DefinitionLists;
using Markdig.Parsers;

namespace Publish.Manuscript;

/// <summary>Markdig's definition lists, kept from taking a line of verse for a term.</summary>
internal sealed class DefinitionParser : DefinitionListParser
{
    public override BlockState TryOpen(BlockProcessor processor) => processor.LastBlock is LineOfVerse ? BlockState.None : base.TryOpen(processor);
}
