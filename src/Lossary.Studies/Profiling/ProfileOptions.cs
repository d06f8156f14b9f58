namespace Lossary.Studies;

/// <summary>How closely a profile looks. The defaults keep 54,000 rows well below a second.</summary>
public sealed record ProfileOptions
{
    /// <summary>Rows that the baseline fit sees at most; of more, so many are drawn.</summary>
    /// <value>4,000 by default; at least 100.</value>
    public int BaselineRows { get; init => field = AtLeast(value, 100, nameof(BaselineRows)); } = 4000;

    /// <summary>Rows below which there is no baseline fit, and no fact that needs it.</summary>
    /// <value>40 by default; at least 20.</value>
    public int FewestBaselineRows { get; init => field = AtLeast(value, 20, nameof(FewestBaselineRows)); } = 40;

    /// <summary>
    /// Features that the baseline fit sees at most, and no more than a quarter of its rows; of more, each fold takes
    /// those nearest to its targets.
    /// </summary>
    /// <value>200 by default; at least 1.</value>
    public int BaselineFeatures { get; init => field = AtLeast(value, 1, nameof(BaselineFeatures)); } = 200;

    /// <summary>Folds of the baseline fit.</summary>
    /// <value>5 by default; at least 2.</value>
    public int Folds { get; init => field = AtLeast(value, 2, nameof(Folds)); } = 5;

    /// <summary>Widths of the hidden layers of the baseline's network.</summary>
    /// <value>24, 12 by default: a second layer finds interactions that a wider first one misses.</value>
    public IReadOnlyList<int> Hidden { get; init; } = [24, 12];

    /// <summary>The drawn rows, the folds and the networks follow from it.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many networks are fitted side by side; the profile is the same bits for any number.</summary>
    public int Threads { get; init => field = AtLeast(value, 1, nameof(Threads)); } = Environment.ProcessorCount;

    private static int AtLeast(int value, int least, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        return value;
    }
}
