namespace Lossary.Training;

/// <summary>Two places on a line between which a good one lies.</summary>
internal readonly record struct LineBracket<T>(LinePoint<T> First, LinePoint<T> Second)
{
    /// <summary>The share of the width that a place must keep from the ends, once it came too near.</summary>
    private const double Margin = 0.1;

    /// <summary>The better end.</summary>
    public LinePoint<T> Low => IsFirstLow ? First : Second;

    /// <summary>How far apart the ends are.</summary>
    public double Width => Math.Abs(Second.Step - First.Step);

    // Also where the second is not a number.
    private bool IsFirstLow => !(First.Value > Second.Value);

    /// <summary>Where the cubic through both ends is least, unless that comes too near to one of them again.</summary>
    /// <param name="isStuck">Whether the last place was near an end.</param>
    public double Next(ref bool isStuck)
    {
        double low = Math.Min(First.Step, Second.Step), high = Math.Max(First.Step, Second.Step);
        double step = LinePoint<T>.LeastOfCubic(First, Second, low, high), margin = Margin * (high - low);
        bool isNear = Math.Min(high - step, step - low) < margin;
        bool isMoved = isNear && (isStuck || step >= high || step <= low);
        isStuck = isNear && !isMoved;
        if (!isMoved)
        {
            return step;
        }

        return Math.Abs(step - high) < Math.Abs(step - low) ? high - margin : low + margin;
    }

    /// <summary>The bracket with another worse end.</summary>
    public LineBracket<T> WithHigh(LinePoint<T> point) => IsFirstLow ? new(First, point) : new(point, Second);

    /// <summary>The bracket with a better end, on the side of it where the objective falls.</summary>
    public LineBracket<T> WithLow(LinePoint<T> point)
    {
        LinePoint<T> high = IsFirstLow ? Second : First;
        LinePoint<T> other = point.Slope * (high.Step - Low.Step) >= 0 ? Low : high;
        return IsFirstLow ? new(point, other) : new(other, point);
    }
}
