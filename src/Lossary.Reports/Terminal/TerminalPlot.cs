namespace Lossary.Reports;

/// <summary>Draws line plots in a terminal: braille dots between labelled axes, each line named at its end.</summary>
public static class TerminalPlot
{
    private const int LeastColumns = 12;
    private const int LeastRows = 3;
    private const int RowsOfAxes = 4;
    private const int MostNameColumns = 20;

    /// <summary>The plot as lines of text.</summary>
    /// <param name="plot">The plot; bands, backdrop and reference line are left out.</param>
    /// <param name="size">The room; 72 by 18 suits most terminals.</param>
    /// <returns>The picture; without lines where the room is too small for one.</returns>
    public static TerminalPicture Render(LinePlot plot, TerminalSize size)
    {
        ArgumentNullException.ThrowIfNull(plot);
        int rows = Math.Max(0, size.Rows - RowsOfAxes);
        Scale y = Scale.Of(plot.Y, plot.Series.SelectMany(line => line.Y)).Onto((rows * Dots(size).Rows) - 1, 0);
        Ticks yTicks = Cleaned(y.Ticks(Math.Max(2, rows / 4)), size.Characters);
        int left = yTicks.Labels.Select(label => label.Length).DefaultIfEmpty(0).Max() + 2;
        string[] names = [.. plot.Series.Select((line, i) => NameOf(line, i, size.Characters))];
        int right = names.Select(name => name.Length + 1).DefaultIfEmpty(0).Max();
        int columns = size.Columns - left - right;
        if (columns < LeastColumns || rows < LeastRows)
        {
            return new([]);
        }

        Scale x = Scale.Of(plot.X, plot.Series.SelectMany(line => line.X)).Onto(0, (columns * Dots(size).Columns) - 1);
        DotGrid grid = new(columns, rows, size.Characters);
        for (int i = 0; i < plot.Series.Count; i++)
        {
            Draw(grid, plot.Series[i], x, y, i);
        }

        string up = size.Characters == TerminalCharacters.Ascii ? "^ " : "↑ ";
        return new(
        [
            [new(TerminalText.Fit(up + plot.Y.Label, size.Columns, size.Characters))],
            .. Body(plot, grid, y, yTicks, names, left, size.Characters),
            .. HorizontalAxis(plot.X, x, columns, left, size),
        ]);
    }

    private static (int Columns, int Rows) Dots(TerminalSize size) =>
        size.Characters == TerminalCharacters.Ascii ? (1, 1) : (2, 4);

    private static string NameOf(LineSeries line, int index, TerminalCharacters characters)
    {
        string mark = characters == TerminalCharacters.Ascii ? DotGrid.Mark(index) + " " : "";
        return mark + TerminalText.Fit(line.Name, MostNameColumns, characters);
    }

    private static void Draw(DotGrid grid, LineSeries line, Scale x, Scale y, int index)
    {
        (double X, double Y)? previous = null;
        for (int i = 0; i < line.X.Count; i++)
        {
            (double X, double Y) point = (x.Map(line.X[i]), y.Map(line.Y[i]));
            if (!double.IsFinite(point.X) || !double.IsFinite(point.Y))
            {
                previous = null;
                continue;
            }

            (double fromX, double fromY) = previous ?? point;
            grid.Line(fromX, fromY, point.X, point.Y, index);
            previous = point;
        }
    }

    private static IEnumerable<IReadOnlyList<TerminalSpan>> Body(
        LinePlot plot, DotGrid grid, Scale y, Ticks ticks, string[] names, int left, TerminalCharacters characters)
    {
        bool isAscii = characters == TerminalCharacters.Ascii;
        double dotsARow = isAscii ? 1 : 4;
        Dictionary<int, string> labels = [];
        for (int i = 0; i < ticks.Values.Count; i++)
        {
            labels[(int)Math.Clamp(y.Map(ticks.Values[i]) / dotsARow, 0, grid.Rows - 1)] = ticks.Labels[i];
        }

        Dictionary<int, int> ends = Ends(plot, grid.Rows, y, dotsARow);
        for (int row = 0; row < grid.Rows; row++)
        {
            bool hasLabel = labels.TryGetValue(row, out string? label);
            string axis = hasLabel ? (isAscii ? "+" : "┤") : isAscii ? "|" : "│";
            List<TerminalSpan> spans = [new((label ?? "").PadLeft(left - 2) + " " + axis)];
            spans.AddRange(grid.Row(row).Select(part =>
                new TerminalSpan(part.Text, part.Series < 0 ? null : plot.Series[part.Series].Style)));
            if (ends.TryGetValue(row, out int series))
            {
                spans.Add(new(" " + names[series], plot.Series[series].Style));
            }

            yield return spans;
        }
    }

    /// <summary>The series named in each row: near its last value, one a row.</summary>
    private static Dictionary<int, int> Ends(LinePlot plot, int rows, Scale y, double dotsARow)
    {
        Dictionary<int, int> ends = [];
        for (int i = 0; i < plot.Series.Count && i < rows; i++)
        {
            double last = plot.Series[i].Y.Select(y.Map).LastOrDefault(double.IsFinite, double.NaN);
            if (!double.IsNaN(last))
            {
                int wish = (int)Math.Clamp(last / dotsARow, 0, rows - 1);
                int row = Enumerable.Range(0, rows)
                    .Where(free => !ends.ContainsKey(free))
                    .MinBy(free => Math.Abs(free - wish));
                ends[row] = i;
            }
        }

        // Names moved aside keep the order of the lines they name.
        int[] taken = [.. ends.Keys.Order()];
        int[] ordered = [.. ends.Values.OrderBy(i => plot.Series[i].Y.Select(y.Map).Last(double.IsFinite))];
        return taken.Zip(ordered).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static IEnumerable<IReadOnlyList<TerminalSpan>> HorizontalAxis(
        Axis axis, Scale x, int columns, int left, TerminalSize size)
    {
        bool isAscii = size.Characters == TerminalCharacters.Ascii;
        Ticks ticks = Cleaned(x.Ticks(Math.Max(2, columns / 12)), size.Characters);
        char[] line = [.. Enumerable.Repeat(isAscii ? '-' : '─', columns)];
        char[] labels = [.. Enumerable.Repeat(' ', left + columns)];
        int free = 0;
        for (int i = 0; i < ticks.Values.Count; i++)
        {
            int at = (int)Math.Clamp(x.Map(ticks.Values[i]) / Dots(size).Columns, 0, columns - 1);
            line[at] = isAscii ? '+' : '┬';
            string label = ticks.Labels[i];
            int start = Math.Clamp(left + at - (label.Length / 2), 0, Math.Max(0, labels.Length - label.Length));
            if (start >= free && start + label.Length <= labels.Length)
            {
                label.CopyTo(labels.AsSpan(start));
                free = start + label.Length + 1;
            }
        }

        string name = TerminalText.Fit(axis.Label, left + columns - 2, size.Characters) + (isAscii ? " >" : " →");
        yield return [new(new string(' ', left - 1) + (isAscii ? "+" : "└") + new string(line))];
        yield return [new(new string(labels))];
        yield return [new(name.PadLeft(left + columns))];
    }

    private static Ticks Cleaned(Ticks ticks, TerminalCharacters characters) =>
        new(ticks.Values, [.. ticks.Labels.Select(label => TerminalText.Clean(label, characters))]);
}
