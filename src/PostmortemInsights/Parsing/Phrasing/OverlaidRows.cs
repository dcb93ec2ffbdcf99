namespace PostmortemInsights.Parsing.Phrasing;

/// <summary>
/// A table of which nearly all is empty, with its rows laid over each other so that what one fills the others leave free: what is read
/// often stays near the processor. Each value knows its row.
/// </summary>
internal sealed class OverlaidRows
{
    private readonly int _width;
    private readonly int[] _starts;
    private Cell[] _cells;

    /// <summary>The first cell from the width on that no row fills.</summary>
    private int _free;

    /// <summary>A table of so many rows and columns without a value.</summary>
    public OverlaidRows(int rows, int width)
    {
        (_width, _starts, _cells) = (width, new int[rows], new Cell[2 * width]);
        _free = width;
    }

    private readonly record struct Cell(ushort Row, ushort Value);

    /// <summary>The value of a cell, 0 when it is empty.</summary>
    public ushort this[int row, int column]
    {
        get
        {
            var cell = _cells[_starts[row] + column];
            return cell.Row == row ? cell.Value : (ushort)0;
        }
    }

    /// <summary>Lays a row of values over those before it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="last">Its last value; 0 for a row without any.</param>
    /// <param name="before">The value in front of each, 0 for the first of a row.</param>
    /// <param name="columns">The column of each value.</param>
    public void Lay(int row, int last, int[] before, byte[] columns)
    {
        if (last == 0)
            return;
        var start = _free - columns[last];
        while (!Fits(start, last, before, columns))
            start++;
        _starts[row] = start;
        for (var value = last; value != 0; value = before[value])
            _cells[start + columns[value]] = new Cell((ushort)row, (ushort)value);
        while (_cells[_free].Value != 0)
            _free++;
    }

    private bool Fits(int start, int value, int[] before, byte[] columns)
    {
        if (_cells.Length <= start + _width)
            Array.Resize(ref _cells, (start + _width) * 2);
        while (value != 0 && _cells[start + columns[value]].Value == 0)
            value = before[value];
        return value == 0;
    }
}
