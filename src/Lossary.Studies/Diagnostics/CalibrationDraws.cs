using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>
/// Calibration errors that samples would show if the true gaps were those found, stretched by a factor.
/// </summary>
internal sealed class CalibrationDraws
{
    private readonly IReadOnlyList<ReliabilityBin> _bins;
    private readonly double[][] _normals;
    private readonly int _rows;

    /// <summary>Draws once: the same deviations serve every factor, so that what follows is smooth in it.</summary>
    public CalibrationDraws(IReadOnlyList<ReliabilityBin> bins, int draws, RandomStream random)
    {
        _bins = bins;
        _rows = bins.Sum(bin => bin.Count);
        _normals = [.. Enumerable.Range(0, draws).Select(_ => bins.Select(_ => random.NextNormal()).ToArray())];
        Error = bins.Sum(bin => bin.Count * Math.Abs(bin.Observed - bin.Predicted)) / _rows;
    }

    /// <summary>The error of the sample itself.</summary>
    public double Error { get; }

    /// <summary>What a share of the samples stays below.</summary>
    public double ErrorAt(double stretch, double share)
    {
        double[] errors = [.. _normals.Select(normals => ErrorOf(stretch, normals)).Order()];
        return OrderStatistics.Quantile(errors, share);
    }

    /// <summary>
    /// The true error for which a share of the samples would stay below the one found; 0 if even then fewer do.
    /// </summary>
    public double TrueErrorAt(double share)
    {
        if (Error == 0)
        {
            // Where there is no gap there is nothing to stretch: chance may have hidden as much as it would show.
            return share < 0.5 ? ErrorAt(0, 1 - share) : 0;
        }

        if (ErrorAt(0, share) >= Error)
        {
            return 0;
        }

        double low = 0, high = 1;
        while (ErrorAt(high, share) < Error && TrueError(high) < 1 && high < 1e3)
        {
            high *= 2;
        }

        while (high - low > 1e-3)
        {
            double middle = (low + high) / 2;
            (low, high) = ErrorAt(middle, share) < Error ? (middle, high) : (low, middle);
        }

        return Math.Min(1, TrueError((low + high) / 2));
    }

    private double TrueError(double stretch) =>
        _bins.Sum(bin => bin.Count * Math.Abs(Share(bin, stretch) - bin.Predicted)) / _rows;

    private double ErrorOf(double stretch, double[] normals)
    {
        double sum = 0;
        for (int i = 0; i < _bins.Count; i++)
        {
            ReliabilityBin bin = _bins[i];
            double share = Share(bin, stretch);

            // A bin in which nothing happened, or everything, may still have a true share beside 0 or 1.
            double doubtful = Math.Clamp(share, 0.5 / bin.Count, 1 - (0.5 / bin.Count));
            double drawn = share + (normals[i] * Math.Sqrt(doubtful * (1 - doubtful) / bin.Count));
            sum += bin.Count * Math.Abs(Math.Clamp(drawn, 0, 1) - bin.Predicted);
        }

        return sum / _rows;
    }

    private static double Share(ReliabilityBin bin, double stretch) =>
        Math.Clamp(bin.Predicted + (stretch * (bin.Observed - bin.Predicted)), 0, 1);
}
