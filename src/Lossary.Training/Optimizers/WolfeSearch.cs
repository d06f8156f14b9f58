using System.Numerics;

namespace Lossary.Training;

/// <summary>
/// Finds a step along a direction after which the objective is lower, and its slope much flatter: the strong conditions
/// of Wolfe.
/// </summary>
/// <remarks>
/// First steps grow until two of them hold such a place between them, then this bracket shrinks; both by the least of
/// the cubic through its ends. Reference: J. Nocedal, S. J. Wright, Numerical Optimization, 2006, algorithms 3.5, 3.6;
/// bounds and constants as in PyTorch, after M. Schmidt's minFunc.
/// </remarks>
/// <param name="length">How many parameters there are.</param>
/// <param name="leastChange">How much the farthest parameter has to differ between a bracket's ends.</param>
internal sealed class WolfeSearch<T>(int length, double leastChange)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The share of the slope's promise that the objective has to fall by.</summary>
    private const double Decrease = 1e-4;

    /// <summary>The share of the slope that may be left.</summary>
    private const double Flatness = 0.9;

    private const int MostTrials = 25;

    private readonly T[] _place = new T[length];
    private readonly LinePoint<T>[] _spare = [new(length), new(length), new(length)];

    /// <summary>How often the last search asked for the objective.</summary>
    public int Evaluations { get; private set; }

    /// <summary>The best place found.</summary>
    /// <param name="objective">What is to become less.</param>
    /// <param name="origin">Where the line starts.</param>
    /// <param name="direction">Where it goes.</param>
    /// <param name="start">The place at step 0, falling.</param>
    /// <param name="step">The first step to try.</param>
    public LinePoint<T> Find(
        ObjectiveFunction<T> objective, ReadOnlySpan<T> origin, ReadOnlySpan<T> direction, LinePoint<T> start,
        double step)
    {
        Evaluations = 0;
        LinePoint<T> last = start, now = Try(objective, origin, direction, step, start, start);
        int trials = 0;
        while (!IsTooHigh(now, start) && !(trials > 1 && now.Value >= last.Value))
        {
            if (IsFlat(now, start))
            {
                return now;
            }

            if (now.Slope >= 0)
            {
                break;
            }

            double next = LinePoint<T>.LeastOfCubic(
                last, now, now.Step + (0.01 * (now.Step - last.Step)), 10 * now.Step);
            (last, now) = (now, Try(objective, origin, direction, next, start, now));
            if (++trials == MostTrials)
            {
                return start.Value <= now.Value ? start : now;
            }
        }

        return Shrink(objective, origin, direction, start, new LineBracket<T>(last, now), trials);
    }

    private LinePoint<T> Shrink(
        ObjectiveFunction<T> objective, ReadOnlySpan<T> origin, ReadOnlySpan<T> direction, LinePoint<T> start,
        LineBracket<T> bracket, int trials)
    {
        double reach = LinearSteps.Largest(direction);
        bool isStuck = false;
        for (; trials < MostTrials && bracket.Width * reach >= leastChange; trials++)
        {
            double step = bracket.Next(ref isStuck);
            LinePoint<T> now = Try(objective, origin, direction, step, bracket.First, bracket.Second);
            if (IsTooHigh(now, start) || now.Value >= bracket.Low.Value)
            {
                bracket = bracket.WithHigh(now);
            }
            else if (IsFlat(now, start))
            {
                return now;
            }
            else
            {
                bracket = bracket.WithLow(now);
            }
        }

        return bracket.Low;
    }

    /// <summary>A place that uses none of the memory of two others.</summary>
    private LinePoint<T> Try(
        ObjectiveFunction<T> objective, ReadOnlySpan<T> origin, ReadOnlySpan<T> direction, double step,
        LinePoint<T> kept, LinePoint<T> alsoKept)
    {
        LinePoint<T> point = Array.Find(_spare, spare => spare != kept && spare != alsoKept)!;
        LinearSteps.Move(origin, direction, step, _place);
        point.Step = step;
        point.Value = objective(_place, point.Gradient);
        point.Slope = LinearSteps.Dot<T>(point.Gradient, direction);
        Evaluations++;
        return point;
    }

    /// <summary>Also where the objective is not a number.</summary>
    private static bool IsTooHigh(LinePoint<T> point, LinePoint<T> start) =>
        !(point.Value <= start.Value + (Decrease * point.Step * start.Slope));

    private static bool IsFlat(LinePoint<T> point, LinePoint<T> start) =>
        Math.Abs(point.Slope) <= -Flatness * start.Slope;
}
