namespace Lossary.Studies;

/// <summary>What errors to either side cost, in any unit: only the ratio counts.</summary>
/// <remarks>Of two classes: under is a positive that was missed, over is a false alarm.</remarks>
public sealed record ErrorCosts
{
    /// <summary>Costs, both positive.</summary>
    /// <param name="under">What predicting one unit too little costs.</param>
    /// <param name="over">What predicting one unit too much costs.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not a positive number.</exception>
    public ErrorCosts(double under, double over)
    {
        Under = Checked(under, nameof(under));
        Over = Checked(over, nameof(over));
    }

    /// <summary>What predicting one unit too little costs.</summary>
    public double Under { get; }

    /// <summary>What predicting one unit too much costs.</summary>
    public double Over { get; }

    /// <summary>The quantile with the least expected cost: under / (under + over).</summary>
    public double Level => Under / (Under + Over);

    /// <summary>
    /// The probability of the positive class above which it is cheaper to predict it: over / (under + over).
    /// </summary>
    public double Threshold => Over / (Under + Over);

    private static double Checked(double cost, string name) => double.IsFinite(cost) && cost > 0
        ? cost
        : throw new ArgumentOutOfRangeException(name, cost, "A cost is a positive number.");
}
