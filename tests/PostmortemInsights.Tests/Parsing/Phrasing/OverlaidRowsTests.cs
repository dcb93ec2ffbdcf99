using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Tests.Parsing.Phrasing;

public sealed class OverlaidRowsTests
{
    private const int Width = 5;

    /// <summary>The column of each value; a value stands in one row only.</summary>
    private static readonly byte[] Columns = [0, 1, 3, 0, 3, 4, 1, 1, 2, 3, 4];

    /// <summary>The value in front of each in its row, 0 for the first of it.</summary>
    private static readonly int[] Before = [0, 0, 1, 0, 3, 4, 0, 0, 7, 8, 0];

    /// <summary>The last value of each row.</summary>
    private static readonly int[] Last = [2, 0, 5, 6, 9, 10];

    [Fact]
    public void Every_cell_reads_as_in_the_table()
    {
        var rows = new OverlaidRows(Last.Length, Width);
        for (var row = 0; row < Last.Length; row++)
            rows.Lay(row, Last[row], Before, Columns);

        Assert.Equal(
            [
                0, 1, 0, 2, 0,
                0, 0, 0, 0, 0,
                3, 0, 0, 4, 5,
                0, 6, 0, 0, 0,
                0, 7, 8, 9, 0,
                0, 0, 0, 0, 10,
            ],
            Enumerable.Range(0, Last.Length * Width).Select(cell => (int)rows[cell / Width, cell % Width]));
    }
}
