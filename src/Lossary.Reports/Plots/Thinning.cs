using System.Text;

namespace Lossary.Reports;

/// <summary>Draws long lines with few points: the first, lowest, highest and last of each column of pixels.</summary>
internal static class Thinning
{
    /// <summary>The line's path; gaps where a value cannot be shown.</summary>
    public static string Path(IReadOnlyList<double> x, IReadOnlyList<double> y, Scale xScale, Scale yScale)
    {
        StringBuilder path = new();
        bool isDown = false;
        Column column = default;
        for (int i = 0; i < x.Count; i++)
        {
            double atX = xScale.Map(x[i]);
            double atY = yScale.Map(y[i]);
            if (!double.IsFinite(atX) || !double.IsFinite(atY))
            {
                column.Flush(path, ref isDown);
                isDown = false;
                continue;
            }

            if (column.Count > 0 && Math.Floor(atX) != Math.Floor(column.LastX))
            {
                column.Flush(path, ref isDown);
            }

            column.Add(atX, atY);
        }

        column.Flush(path, ref isDown);
        return path.ToString();
    }

    /// <summary>Every so many of the indices, at most <paramref name="most"/>, always with the first and the
    /// last.</summary>
    public static IEnumerable<int> Indices(int count, int most)
    {
        int shown = Math.Min(count, most);
        for (int i = 0; i < shown; i++)
        {
            yield return shown == 1 ? 0 : (int)((long)i * (count - 1) / (shown - 1));
        }
    }

    internal static void Append(StringBuilder path, char command, double x, double y) =>
        path.Append(command).Append(SvgCanvas.Number(x)).Append(' ').Append(SvgCanvas.Number(y));

    /// <summary>What is known of the points within one column of pixels.</summary>
    private struct Column
    {
        private (double X, double Y, int Index) _first;
        private (double X, double Y, int Index) _lowest;
        private (double X, double Y, int Index) _highest;
        private (double X, double Y, int Index) _last;

        public int Count { get; private set; }

        public readonly double LastX => _last.X;

        public void Add(double x, double y)
        {
            _last = (x, y, Count);
            _first = Count == 0 ? _last : _first;
            _lowest = Count == 0 || y < _lowest.Y ? _last : _lowest;
            _highest = Count == 0 || y > _highest.Y ? _last : _highest;
            Count++;
        }

        public void Flush(StringBuilder path, ref bool isDown)
        {
            if (Count == 0)
            {
                return;
            }

            (double X, double Y, int Index)[] points = [_first, _lowest, _highest, _last];
            int written = -1;
            foreach ((double x, double y, int index) in points.OrderBy(point => point.Index))
            {
                if (index > written)
                {
                    Append(path, isDown ? 'L' : 'M', x, y);
                    isDown = true;
                    written = index;
                }
            }

            Count = 0;
        }
    }
}
