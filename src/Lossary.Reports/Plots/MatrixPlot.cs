using System.Globalization;

namespace Lossary.Reports;

/// <summary>Counts of pairs of names as a grid, darker where more of a row's fall: a confusion matrix.</summary>
public sealed class MatrixPlot : Plot
{
    /// <summary>Up to so many columns, the counts stand in the cells.</summary>
    public const int MostWritten = 12;

    private const double BelowGrid = 8;
    private const double AboveGrid = 40;
    private const double RightRoom = 48;
    private const double LargestCell = 44;
    private const double WrittenCell = 30;
    private readonly double[,] _counts;
    private readonly double _commonest;

    /// <summary>Takes the counts.</summary>
    /// <param name="title">What the plot shows, in a few words.</param>
    /// <param name="names">The names of rows and columns [n].</param>
    /// <param name="counts">How often the row's name met the column's, [n, n]; none below 0.</param>
    /// <exception cref="ArgumentException">The shape of the counts is not that of the names.</exception>
    public MatrixPlot(string title, IReadOnlyList<string> names, double[,] counts) : base(title)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.GetLength(0) != names.Count || counts.GetLength(1) != names.Count)
        {
            throw new ArgumentException(
                $"counts has the shape [{counts.GetLength(0)}, {counts.GetLength(1)}], there are {names.Count} names.",
                nameof(counts));
        }

        Names = names;
        _counts = counts;
        _commonest = Commonest();
    }

    /// <summary>The names of rows and columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What a row is, such as "true class".</summary>
    public string RowTitle { get; init; } = "true class";

    /// <summary>What a column is, such as "predicted class".</summary>
    public string ColumnTitle { get; init; } = "predicted class";

    /// <summary>The look of the diagonal.</summary>
    public SeriesStyle Style { get; init; }

    /// <inheritdoc/>
    public override string Description => Names.Count == 0
        ? "No classes."
        : $"Rows: {RowTitle}; columns: {ColumnTitle}. Share on the diagonal: "
            + string.Join("; ", Names.Select((name, i) => $"{name} {Quantity.Percent(Kept(i))}")) + ".";

    /// <summary>
    /// A row for each name: how many there are, how many fall on the diagonal, where most others fall.
    /// </summary>
    public override Table ToTable() => new(
        [
            TableColumn.Words(RowTitle),
            TableColumn.Numbers("Rows"),
            TableColumn.Numbers("Recall"),
            TableColumn.Numbers("Precision"),
            TableColumn.Words("Most often mistaken for"),
        ],
        [.. Names.Select((name, i) => new TableRow(
            [name, Quantity.Count((long)RowSum(i)), Share(Kept(i)), Share(Right(i)), Mistaken(i)]))],
        Title);

    private protected override double HeightAt(double width) =>
        AboveGrid + (Names.Count * CellHeight(width)) + BelowGrid;

    private protected override void Draw(SvgCanvas canvas)
    {
        double left = LeftRoom(canvas.Width);
        double width = CellWidth(canvas.Width);
        double height = CellHeight(canvas.Width);
        canvas.Text(0, 13, TextWidth.Fit("↓ " + RowTitle, PlotStyles.FontSize, left - 8));
        string across = TextWidth.Fit(ColumnTitle + " →", PlotStyles.FontSize, canvas.Width - left);
        canvas.Text(left, 13, across);
        double end = left + (Names.Count * width) + RightRoom;
        canvas.Text(end, AboveGrid - 8, "recall", "end soft");
        for (int i = 0; i < Names.Count; i++)
        {
            double middle = AboveGrid + ((i + 0.5) * height);
            string name = TextWidth.Fit(Names[i], PlotStyles.FontSize, width - 2);
            canvas.Text(left + ((i + 0.5) * width), AboveGrid - 8, name, "mid soft");
            canvas.Text(left - 8, middle + 4, TextWidth.Fit(Names[i], PlotStyles.FontSize, left - 12), "end");
            canvas.Text(end, middle + 4, Share(Kept(i)), "end soft");
            canvas.Line(left, AboveGrid + (i * height), end - RightRoom, AboveGrid + (i * height), "rule");
            for (int k = 0; k < Names.Count; k++)
            {
                DrawCell(canvas, i, k, left + (k * width), AboveGrid + (i * height), width, height);
            }
        }
    }

    private void DrawCell(SvgCanvas canvas, int row, int column, double x, double y, double width, double height)
    {
        double count = _counts[row, column];
        double share = count / Math.Max(1, RowSum(row));
        if (count > 0)
        {
            // Rare mistakes are what one looks for: they are dark against the commonest mistake, not the diagonal.
            double relative = row == column ? share : share / _commonest;
            double opacity = 0.08 + (0.82 * Math.Sqrt(relative));
            SeriesStyle style = row == column ? Style : SeriesStyle.Neutral;
            canvas.Rectangle(x + 0.5, y + 0.5, width - 1, height - 1, style, Math.Round(opacity, 2));
            if (Names.Count <= MostWritten && width >= WrittenCell * 0.8)
            {
                string text = count.ToString("0.#", CultureInfo.InvariantCulture);
                canvas.Text(x + (width / 2), y + (height / 2) + 4, text, "mid halo");
            }
        }
    }

    private double CellWidth(double width) =>
        Math.Min((width - LeftRoom(width) - RightRoom - 2) / Math.Max(1, Names.Count), LargestCell * 2);

    private double CellHeight(double width) =>
        Math.Clamp(CellWidth(width), 14, Names.Count <= MostWritten ? WrittenCell : 18);

    private double LeftRoom(double width)
    {
        double widest = Names.Append("↓ " + RowTitle)
            .Select(name => TextWidth.Of(name, PlotStyles.FontSize)).Max() + 16;
        return Math.Min(widest, width * 0.3);
    }

    /// <summary>The largest share of a row outside the diagonal.</summary>
    private double Commonest()
    {
        double most = 0;
        for (int row = 0; row < Names.Count; row++)
        {
            double sum = Math.Max(1, RowSum(row));
            for (int column = 0; column < Names.Count; column++)
            {
                most = row == column ? most : Math.Max(most, _counts[row, column] / sum);
            }
        }

        return most;
    }

    private double RowSum(int row) => Enumerable.Range(0, Names.Count).Sum(column => _counts[row, column]);

    private double Kept(int name) => _counts[name, name] / RowSum(name);

    private double Right(int name) =>
        _counts[name, name] / Enumerable.Range(0, Names.Count).Sum(row => _counts[row, name]);

    private static string Share(double share) => double.IsNaN(share) ? "–" : Quantity.Percent(share);

    private string Mistaken(int name)
    {
        int[] others = [.. Enumerable.Range(0, Names.Count).Where(k => k != name && _counts[name, k] > 0)];
        if (others.Length == 0)
        {
            return "–";
        }

        int most = others.MaxBy(k => _counts[name, k]);
        return $"{Names[most]} ({Quantity.Count((long)_counts[name, most])})";
    }
}
