namespace Lossary.Training;

/// <summary>When and how far a <see cref="Plateau"/> lowers the learning rate.</summary>
public sealed record PlateauOptions
{
    /// <summary>What the rate is multiplied by; in [0, 1).</summary>
    /// <value>0.1.</value>
    public double Factor { get; init => field = Setting.RequireShare(value, nameof(Factor)); } = 0.1;

    /// <summary>How many scores in a row may be no better before the next one lowers the rate; not negative.</summary>
    /// <value>10.</value>
    public int Patience { get; init => field = Setting.RequireNotNegative(value, nameof(Patience)); } = 10;

    /// <summary>By how much a score must be better to count: a share of the best, or an amount; not negative.</summary>
    /// <value>1e-4.</value>
    public double Threshold { get; init => field = Setting.RequireNotNegative(value, nameof(Threshold)); } = 1e-4;

    /// <summary>True where the threshold is an amount, false where it is a share of the best score.</summary>
    public bool IsThresholdAbsolute { get; init; }

    /// <summary>True where higher scores are better; the trainer's are better where they are lower.</summary>
    public bool IsHigherBetter { get; init; }

    /// <summary>For how many scores after a lowering none is counted as bad; not negative.</summary>
    /// <value>0.</value>
    public int Cooldown { get; init => field = Setting.RequireNotNegative(value, nameof(Cooldown)); }

    /// <summary>The lowest rate; finite, not negative.</summary>
    /// <value>0.</value>
    public double MinimumRate { get; init => field = Setting.RequireNotNegative(value, nameof(MinimumRate)); }

    /// <summary>Lowerings by no more than this are not done; finite, not negative.</summary>
    /// <value>1e-8.</value>
    public double SmallestChange
    {
        get;
        init => field = Setting.RequireNotNegative(value, nameof(SmallestChange));
    } = 1e-8;
}
