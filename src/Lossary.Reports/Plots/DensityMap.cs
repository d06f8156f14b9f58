using System.Text;

namespace Lossary.Reports;

/// <summary>Draws pairs: a few as dots, many as cells that are darker where more fall; both short as files.</summary>
internal static class DensityMap
{
    private const double Cell = 5;
    private const int Levels = 5;
    private const int Layers = 8;

    public static void DrawDots(
        SvgCanvas canvas, Frame frame, IReadOnlyList<double> x, IReadOnlyList<double> y, SeriesStyle style)
    {
        // Dots within one path do not darken each other; those of different paths do.
        StringBuilder[] paths = [.. Enumerable.Range(0, Layers).Select(_ => new StringBuilder())];
        for (int i = 0; i < x.Count; i++)
        {
            double atX = frame.X.Map(x[i]);
            double atY = frame.Y.Map(y[i]);
            if (double.IsFinite(atX) && double.IsFinite(atY))
            {
                Thinning.Append(paths[i % Layers], 'M', atX, atY);
                paths[i % Layers].Append("h0");
            }
        }

        foreach (StringBuilder path in paths.Where(path => path.Length > 0))
        {
            canvas.Dots(path.ToString(), style, x.Count > 300 ? 5 : 7, opacity: 0.6);
        }
    }

    public static void Draw(
        SvgCanvas canvas, Frame frame, IReadOnlyList<double> x, IReadOnlyList<double> y, SeriesStyle style)
    {
        int[,] counts = Count(frame, x, y);
        int most = counts.Cast<int>().Max();
        StringBuilder[] paths = [.. Enumerable.Range(0, Levels).Select(_ => new StringBuilder())];
        for (int row = 0; row < counts.GetLength(0); row++)
        {
            for (int column = 0; column < counts.GetLength(1);)
            {
                int level = LevelOf(counts[row, column], most);
                int end = column + 1;
                while (end < counts.GetLength(1) && LevelOf(counts[row, end], most) == level)
                {
                    end++;
                }

                if (level >= 0)
                {
                    double left = frame.Left + (column * Cell);
                    Thinning.Append(paths[level], 'M', left, frame.Top + ((row + 0.5) * Cell));
                    paths[level].Append('h').Append(SvgCanvas.Number((end - column) * Cell));
                }

                column = end;
            }
        }

        for (int level = 0; level < Levels; level++)
        {
            double opacity = 0.22 + (0.78 * level / (Levels - 1));
            canvas.Dots(paths[level].ToString(), style, Cell, opacity, lineCap: "butt");
        }
    }

    private static int[,] Count(Frame frame, IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        int rows = (int)((frame.Bottom - frame.Top) / Cell);
        int columns = (int)((frame.Right - frame.Left) / Cell);
        int[,] counts = new int[rows, columns];
        for (int i = 0; i < x.Count; i++)
        {
            double column = Math.Floor((frame.X.Map(x[i]) - frame.Left) / Cell);
            double row = Math.Floor((frame.Y.Map(y[i]) - frame.Top) / Cell);
            if (column >= 0 && column < columns && row >= 0 && row < rows)
            {
                counts[(int)row, (int)column]++;
            }
        }

        return counts;
    }

    /// <summary>Steps of equal ratio from one pair to the most; none for an empty cell.</summary>
    private static int LevelOf(int count, int most) => count == 0
        ? -1
        : most == 1 ? 0 : (int)Math.Min(Levels - 1, Levels * Math.Log(count) / Math.Log(most));
}
