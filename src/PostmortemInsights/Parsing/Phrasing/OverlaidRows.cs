namespace PostmortemInsights.Parsing.Phrasing;

/// <summary>
/// A table of which nearly all is empty, with its rows laid over each other so that what one fills the others leave free: what is read
/// often stays near the processor. Each value knows its row.
/// </summary>
internal sealed class OverlaidRows
{
    private readonly int[] _starts;
    private Cell[] _cells;

    /// <summary>Lays the rows of <paramref name="table"/> over each other; an empty cell is 0.</summary>
    public OverlaidRows(ushort[] table, int width)
    {
        _starts = new int[table.Length / width];
        _cells = new Cell[2 * width];
        var free = width;
        for (var row = 0; row < _starts.Length; row++)
        {
            var values = table.AsSpan(row * width, width);
            if (values.IndexOfAnyExcept((ushort)0) is var first && first < 0)
                continue;
            _starts[row] = StartFor(values, free - first);
            Fill(row, values);
            while (_cells[free].Value != 0)
                free++;
        }
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

    /// <summary>The first place from <paramref name="start"/> on where the row meets no value of another; the cells reach a row's width behind it.</summary>
    private int StartFor(ReadOnlySpan<ushort> values, int start)
    {
        while (!Fits(values, start))
            start++;
        return start;
    }

    private bool Fits(ReadOnlySpan<ushort> values, int start)
    {
        if (_cells.Length <= start + values.Length)
            Array.Resize(ref _cells, (start + values.Length) * 2);
        for (var column = 0; column < values.Length; column++)
        {
            if (values[column] != 0 && _cells[start + column].Value != 0)
                return false;
        }

        return true;
    }

    private void Fill(int row, ReadOnlySpan<ushort> values)
    {
        for (var column = 0; column < values.Length; column++)
        {
            if (values[column] != 0)
                _cells[_starts[row] + column] = new Cell((ushort)row, values[column]);
        }
    }
}
