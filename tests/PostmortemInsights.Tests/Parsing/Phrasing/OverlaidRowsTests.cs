using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Tests.Parsing.Phrasing;

public sealed class OverlaidRowsTests
{
    private const int Width = 5;

    private static readonly ushort[] Table =
    [
        0, 1, 0, 2, 0,
        0, 0, 0, 0, 0,
        3, 0, 0, 4, 5,
        0, 6, 0, 0, 0,
        0, 7, 8, 9, 1,
        0, 0, 0, 0, 2,
    ];

    [Fact]
    public void Every_cell_reads_as_in_the_table()
    {
        var rows = new OverlaidRows(Table, Width);

        Assert.Equal(Table, Enumerable.Range(0, Table.Length).Select(cell => rows[cell / Width, cell % Width]));
    }
}
