namespace Lossary.Reports;

/// <summary>Draws dot plots in a terminal: a row a loss with its folds, mean and the mean's interval.</summary>
public static class TerminalDots
{
    private const int LeastColumns = 12;
    private const int MostNameColumns = 28;

    /// <summary>The plot as lines of text: one a loss, then the axis.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="size">The room; rows are as many as the plot has, whatever it says.</param>
    /// <returns>The picture; without lines where the room is too narrow for one.</returns>
    public static TerminalPicture Render(DotPlot plot, TerminalSize size)
    {
        ArgumentNullException.ThrowIfNull(plot);
        string[] names = [.. plot.Rows.Select(row => TerminalText.Fit(row.Label, MostNameColumns, size.Characters))];
        double[] means = [.. plot.Rows.Select(row => row.MarkedMean)];
        string[] notes = [.. Quantity.FormatColumn(means).Select((text, i) => double.IsFinite(means[i]) ? text : "")];
        int left = names.Select(name => name.Length).DefaultIfEmpty(0).Max() + 4;
        int right = notes.Select(note => note.Length).DefaultIfEmpty(0).Max() + 2;
        int columns = size.Columns - left - right;
        if (columns < LeastColumns || plot.Rows.Count == 0)
        {
            return new([]);
        }

        Scale scale = Scale.Of(plot.Value, plot.Shown()).Onto(0, columns - 1);
        List<IReadOnlyList<TerminalSpan>> lines = [];
        for (int i = 0; i < names.Length; i++)
        {
            char mark = plot.Rows[i].IsHighlighted ? '>' : ' ';
            lines.Add(
            [
                new($"{mark} {names[i]}".PadRight(left)),
                new(Strip(plot.Rows[i], scale, columns, size.Characters), plot.Rows[i].Style),
                new(notes[i].PadLeft(right)),
            ]);
        }

        lines.Add([new(new string(' ', left) + AxisLabels(scale, columns, size.Characters))]);
        string arrow = size.Characters == TerminalCharacters.Ascii ? " >" : " →";
        string axis = TerminalText.Fit(plot.Value.Label, left + columns - 2, size.Characters) + arrow;
        lines.Add([new(axis.PadLeft(left + columns))]);
        return new(lines);
    }

    private static string Strip(DotRow row, Scale scale, int columns, TerminalCharacters characters)
    {
        bool isAscii = characters == TerminalCharacters.Ascii;
        char[] cells = new char[columns];
        Array.Fill(cells, ' ');
        if (!double.IsFinite(row.MarkedMean))
        {
            return TerminalText.Fit(row.Note ?? "no value", columns, characters).PadRight(columns);
        }

        if (row.HasInterval)
        {
            int from = Cell(scale, row.Lower ?? 0, columns);
            int to = Cell(scale, row.Upper ?? 0, columns);
            if (from >= 0 && to >= from)
            {
                Array.Fill(cells, isAscii ? '-' : '─', from, to - from + 1);
            }
        }

        foreach (double value in row.Finite)
        {
            Put(cells, Cell(scale, value, columns), isAscii ? 'o' : '•');
        }

        Put(cells, Cell(scale, row.MarkedMean, columns), isAscii ? '|' : '┃');
        return new string(cells);
    }

    private static string AxisLabels(Scale scale, int columns, TerminalCharacters characters)
    {
        Ticks ticks = scale.Ticks(Math.Max(2, columns / 12));
        char[] cells = new char[columns];
        Array.Fill(cells, ' ');
        int free = 0;
        for (int i = 0; i < ticks.Values.Count; i++)
        {
            string label = TerminalText.Clean(ticks.Labels[i], characters);
            int start = Cell(scale, ticks.Values[i], columns) - (label.Length / 2);
            if (start >= free && start + label.Length <= columns)
            {
                label.CopyTo(cells.AsSpan(start));
                free = start + label.Length + 1;
            }
        }

        return new string(cells);
    }

    /// <summary>The cell in which the value stands; -1 where the axis cannot show it.</summary>
    private static int Cell(Scale scale, double value, int columns)
    {
        double at = scale.Map(value);
        return double.IsNaN(at) ? -1 : (int)Math.Clamp(Math.Round(at), 0, columns - 1);
    }

    private static void Put(char[] cells, int cell, char mark)
    {
        if (cell >= 0)
        {
            cells[cell] = mark;
        }
    }
}
