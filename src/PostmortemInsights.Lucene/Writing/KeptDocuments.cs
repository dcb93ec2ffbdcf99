using Lucene.Net.Index;
using Lucene.Net.Util;

namespace PostmortemInsights.Lucene.Writing;

/// <summary>The documents of an index that are still the same, with their new numbers.</summary>
internal sealed class KeptDocuments : FilterAtomicReader
{
    private readonly FixedBitSet kept;
    private readonly int[] numbers;

    /// <summary>What of <paramref name="before"/> is kept.</summary>
    /// <param name="before">The index before.</param>
    /// <param name="ordinals">For each document of the new index its number in the one before; -1 for those that it does not have.</param>
    public KeptDocuments(AtomicReader before, IReadOnlyList<int> ordinals)
        : base(before)
    {
        kept = new FixedBitSet(before.MaxDoc);
        numbers = new int[before.MaxDoc];
        var old = before.GetNumericDocValues(IndexFields.Number);
        var renumbered = Enumerable.Range(0, ordinals.Count).Where(number => ordinals[number] >= 0).ToDictionary(number => ordinals[number]);
        for (var document = 0; document < numbers.Length; document++)
        {
            if (renumbered.TryGetValue((int)old.Get(document), out numbers[document]))
                kept.Set(document);
        }

        NumDocs = kept.Cardinality;
    }

    public override IBits LiveDocs => kept;

    public override int NumDocs { get; }

    public override NumericDocValues GetNumericDocValues(string field) =>
        field == IndexFields.Number ? new Numbers(numbers) : base.GetNumericDocValues(field);

    private sealed class Numbers(int[] numbers) : NumericDocValues
    {
        public override long Get(int docID) => numbers[docID];
    }
}
