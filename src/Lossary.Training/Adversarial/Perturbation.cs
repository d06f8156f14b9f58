using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Changes of samples, row by row.</summary>
internal static class Perturbation
{
    /// <summary>Draws changes evenly from all that are within the radius.</summary>
    public static void Draw<T>(Span<T> moves, int width, PerturbationNorm norm, double radius, RandomStream random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (ref T move in moves)
        {
            move = T.CreateTruncating(
                norm == PerturbationNorm.Maximum ? radius * ((2 * random.NextDouble()) - 1) : random.NextNormal());
        }

        for (int start = 0; norm == PerturbationNorm.Euclidean && start < moves.Length; start += width)
        {
            // A direction, and a distance of which equal volumes are equally likely.
            SetLength(moves.Slice(start, width), width, radius * Math.Pow(random.NextDouble(), 1.0 / width));
        }
    }

    /// <summary>Takes a step of a length up the slopes; a row without a slope stays.</summary>
    public static void Add<T>(Span<T> moves, ReadOnlySpan<T> slopes, int width, PerturbationNorm norm, double length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int start = 0; start < moves.Length; start += width)
        {
            double size = LengthOf(slopes.Slice(start, width));
            for (int i = start; i < start + width; i++)
            {
                double slope = double.CreateTruncating(slopes[i]);
                double step = norm == PerturbationNorm.Maximum ? Math.Sign(slope) : size > 0 ? slope / size : 0;
                moves[i] += T.CreateTruncating(length * step);
            }
        }
    }

    /// <summary>Takes changes back to the radius, and what is changed to its range.</summary>
    public static void Confine<T>(
        Span<T> moves, ReadOnlySpan<T> samples, int width, PerturbationNorm norm, double radius, double lowest,
        double highest)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T least = T.CreateTruncating(lowest), most = T.CreateTruncating(highest), edge = T.CreateTruncating(radius);
        for (int start = 0; start < moves.Length; start += width)
        {
            Span<T> row = moves.Slice(start, width);
            if (norm == PerturbationNorm.Euclidean && LengthOf<T>(row) > radius)
            {
                SetLength(row, width, radius);
            }

            for (int i = 0; i < width; i++)
            {
                T move = norm == PerturbationNorm.Maximum ? T.Clamp(row[i], -edge, edge) : row[i];
                T sample = samples[start + i], moved = sample + move;
                row[i] = moved < least ? least - sample : moved > most ? most - sample : move;
            }
        }
    }

    /// <summary>Gives each row a length; one of zeros stays.</summary>
    public static void SetLength<T>(Span<T> moves, int width, double length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int start = 0; start < moves.Length; start += width)
        {
            Span<T> row = moves.Slice(start, width);
            double size = LengthOf<T>(row);
            foreach (ref T move in row)
            {
                move = size > 0 ? T.CreateTruncating(double.CreateTruncating(move) / size * length) : move;
            }
        }
    }

    private static double LengthOf<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double largest = 0, sum = 0;
        foreach (T number in row)
        {
            largest = Math.Max(largest, Math.Abs(double.CreateTruncating(number)));
        }

        foreach (T number in row)
        {
            double share = largest > 0 ? double.CreateTruncating(number) / largest : 0;
            sum += share * share;
        }

        return largest * Math.Sqrt(sum);
    }
}
