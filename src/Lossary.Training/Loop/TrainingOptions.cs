namespace Lossary.Training;

/// <summary>How a network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>How often the data is gone through at most; positive.</summary>
    /// <value>100.</value>
    public int MaxEpochs { get; init => field = RequirePositive(value, nameof(MaxEpochs)); } = 100;

    /// <summary>How many rows make a step; the last batch of an epoch may be smaller.</summary>
    /// <value>32.</value>
    public int BatchSize { get; init => field = RequirePositive(value, nameof(BatchSize)); } = 32;

    /// <summary>
    /// What batch order and dropout are drawn from: the same seed and rows, the same order, whatever the loss.
    /// </summary>
    /// <value>0.</value>
    public ulong Seed { get; init; }

    /// <summary>Makes the optimizer, once for each training.</summary>
    /// <value>Adam with learning rate 0.001.</value>
    public Func<Optimizer<float>> CreateOptimizer { get; init; } = static () => new Adam<float>(1e-3);

    /// <summary>How the optimizer's learning rate changes; null to leave it as it is.</summary>
    /// <value>null.</value>
    public LearningRateSchedule? Schedule { get; init; }

    /// <summary>What <see cref="Schedule"/> counts.</summary>
    /// <value>Epochs.</value>
    public ScheduleUnit ScheduleUnit { get; init; }

    /// <summary>
    /// When the learning rate is lowered because the epochs' scores get no better; null for never. Not together with
    /// <see cref="Schedule"/>.
    /// </summary>
    /// <value>null.</value>
    public PlateauOptions? Plateau { get; init; }

    /// <summary>After how many epochs without a better score training stops; null to go on to the end.</summary>
    /// <value>null.</value>
    public int? Patience
    {
        get;
        init => field = value is int epochs ? RequirePositive(epochs, nameof(Patience)) : null;
    }

    /// <summary>By how much a score must be lower to count as better; not negative.</summary>
    /// <value>0.</value>
    public double MinimumImprovement { get; init => field = RequireNotNegative(value, nameof(MinimumImprovement)); }

    /// <summary>
    /// Whether a later epoch with the best score again takes the place of the earlier: for scores of few values, such
    /// as the accuracy on a dozen rows, where the first of equals is hardly trained.
    /// </summary>
    /// <value>false.</value>
    public bool TakesLaterOfEqual { get; init; }

    /// <summary>
    /// The longest gradient (Euclidean) that is used as it is; longer ones are scaled down to it. Null for no limit.
    /// </summary>
    public double? MaxGradientNorm
    {
        get;
        init => field = value is double norm ? RequireNotNegative(norm, nameof(MaxGradientNorm)) : null;
    }

    /// <summary>
    /// The largest size of a gradient's element; larger ones are cut off, before the norm is limited. Null for no
    /// limit.
    /// </summary>
    public double? MaxGradientValue
    {
        get;
        init => field = value is double size ? RequireNotNegative(size, nameof(MaxGradientValue)) : null;
    }

    /// <summary>The L1 penalty on weights: see <see cref="Penalty"/>.</summary>
    /// <value>0.</value>
    public double L1 { get; init => field = RequireNotNegative(value, nameof(L1)); }

    /// <summary>The L2 penalty on weights: see <see cref="Penalty"/>.</summary>
    /// <value>0.</value>
    public double L2 { get; init => field = RequireNotNegative(value, nameof(L2)); }

    /// <summary>Called after every epoch, on the training's thread.</summary>
    public Action<EpochRecord>? Progress { get; init; }

    private static int RequirePositive(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);
        return value;
    }

    private static double RequireNotNegative(double value, string name) => double.IsFinite(value) && value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be finite and not negative.");
}
