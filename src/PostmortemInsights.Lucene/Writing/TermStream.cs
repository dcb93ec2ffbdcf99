using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using PostmortemInsights.Indexing;

namespace PostmortemInsights.Lucene.Writing;

/// <summary>Terms of a document as Lucene takes them in.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly IEnumerator<DocumentTerm> terms;
    private readonly ICharTermAttribute text;
    private readonly IPositionIncrementAttribute increment;
    private int position = -1;

    /// <summary>A stream of terms whose positions don't descend.</summary>
    public TermStream(IEnumerable<DocumentTerm> terms)
    {
        this.terms = terms.GetEnumerator();
        text = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!terms.MoveNext())
            return false;
        text.SetEmpty().Append(terms.Current.Term);
        increment.PositionIncrement = terms.Current.Position - position;
        position = terms.Current.Position;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            terms.Dispose();
        base.Dispose(disposing);
    }
}
