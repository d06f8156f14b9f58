using System.Numerics;

namespace Lossary.Training;

/// <summary>The last steps and by how much the gradient changed in each: what L-BFGS knows of the curvature.</summary>
/// <remarks>
/// J. Nocedal, Updating Quasi-Newton Matrices with Limited Storage, Math. Comp. 35 (1980) 773–782,
/// doi:10.1090/S0025-5718-1980-0572855-7; the two loops are algorithm 7.4 of Nocedal and Wright, 2006.
/// </remarks>
/// <param name="capacity">How many steps are remembered.</param>
internal sealed class CurvatureMemory<T>(int capacity)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Below, a step says nothing of the curvature that rounding would not.</summary>
    private const double LeastProduct = 1e-10;

    private readonly List<Pair> _pairs = [];
    private double _scale = 1;

    /// <summary>Takes in a step and the change of the gradient; forgets the oldest where there is no room.</summary>
    /// <param name="step">What the parameters moved by, <c>[n]</c>; copied.</param>
    /// <param name="change">What the gradient changed by, <c>[n]</c>; copied.</param>
    public void Take(ReadOnlySpan<T> step, ReadOnlySpan<T> change)
    {
        double product = LinearSteps.Dot(change, step);
        if (!(product > LeastProduct))
        {
            return;
        }

        Pair pair;
        if (_pairs.Count < capacity)
        {
            pair = new Pair(new T[step.Length], new T[step.Length]);
        }
        else
        {
            pair = _pairs[0];
            _pairs.RemoveAt(0);
        }

        step.CopyTo(pair.Step);
        change.CopyTo(pair.Change);
        pair.Inverse = 1 / product;
        _pairs.Add(pair);
        _scale = product / LinearSteps.Dot(change, change);
    }

    /// <summary>Turns a gradient into the step of Newton's method that the memory knows, downhill.</summary>
    /// <param name="gradient">Shape <c>[n]</c>.</param>
    /// <param name="direction">Receives it, <c>[n]</c>.</param>
    public void Direct(ReadOnlySpan<T> gradient, Span<T> direction)
    {
        LinearSteps.Scale(gradient, -1, direction);
        for (int i = _pairs.Count - 1; i >= 0; i--)
        {
            Pair pair = _pairs[i];
            pair.Share = pair.Inverse * LinearSteps.Dot<T>(pair.Step, direction);
            LinearSteps.Move(direction, pair.Change, -pair.Share, direction);
        }

        LinearSteps.Scale(direction, _scale, direction);
        foreach (Pair pair in _pairs)
        {
            double share = pair.Inverse * LinearSteps.Dot<T>(pair.Change, direction);
            LinearSteps.Move(direction, pair.Step, pair.Share - share, direction);
        }
    }

    private sealed class Pair(T[] step, T[] change)
    {
        public T[] Step { get; } = step;

        public T[] Change { get; } = change;

        /// <summary>1 / Σ step · change.</summary>
        public double Inverse { get; set; }

        /// <summary>What the first loop took away.</summary>
        public double Share { get; set; }
    }
}
