using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Words;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing;

/// <summary>A term of a document with its place.</summary>
/// <param name="Term">The term as indexed.</param>
/// <param name="Zone">The zone that it stands in.</param>
/// <param name="Position">Number of the word in the whole document.</param>
/// <param name="CountsInLength">Whether it is a word of the text; parts, concepts and attributes are not.</param>
public readonly record struct DocumentTerm(string Term, Zone Zone, int Position, bool CountsInLength);

/// <summary>Everything that is indexed of a record; the same for every engine.</summary>
public static class DocumentTerms
{
    // Phrases do not run over the border of two passages.
    private const int PassageGap = 8;

    /// <summary>The terms of the text zone by zone, then the attributes that filters and facets use.</summary>
    public static IEnumerable<DocumentTerm> Of(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return OfText(incident).Concat(Attributes.Of(incident).Select(term => new DocumentTerm(term, Zone.Metadata, 0, false)));
    }

    /// <summary>Whether the positions of a term are kept: those of words are, those of concepts and attributes are not.</summary>
    internal static bool HasPositions(string term) => term[0] is not ('#' or Attributes.Mark);

    private static IEnumerable<DocumentTerm> OfText(Incident incident)
    {
        var position = 0;
        foreach (var (zone, span) in ZonedText.Read(incident))
        {
            var last = 0;
            foreach (var token in Analyzer.Document(incident.Text, span.Start, span.End))
            {
                last = Math.Max(last, token.Position);
                if (token.Kind != TokenKind.Stop)
                    yield return new DocumentTerm(token.Term, zone, position + token.Position, CountsInLength(token.Kind));
            }

            position += last + PassageGap;
        }
    }

    private static bool CountsInLength(TokenKind kind) => kind is TokenKind.Word or TokenKind.Identifier;
}
