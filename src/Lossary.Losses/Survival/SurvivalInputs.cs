namespace Lossary.Losses;

/// <summary>Inputs that losses of censored times share.</summary>
internal static class SurvivalInputs
{
    /// <summary>A time, and whether the event was seen then.</summary>
    public static IReadOnlyList<InputCard> Times { get; } =
    [
        new("time", "t", InputKind.Positive, "n", "the time of the event, or of the last look"),
        new("event", @"\delta", InputKind.Flag, "n", "1 where the event was seen, 0 where not by then"),
    ];

    /// <summary>Location and scale of a log-time.</summary>
    public static IReadOnlyList<InputCard> Parameters { get; } =
    [
        new("location", @"\mu", InputKind.Real, "n", "the predicted location of the logarithm of the time")
        {
            IsDifferentiable = true,
        },
        new(
            "log-scale", "s", InputKind.Real, "n",
            "the logarithm of the scale of the logarithm of the time; 0 if left out")
        {
            IsDifferentiable = true,
            IsOptional = true,
        },
    ];

    /// <summary>The interval of a discrete time, and whether the event was seen in it.</summary>
    public static IReadOnlyList<InputCard> Intervals { get; } =
    [
        new("interval", "j", InputKind.ClassNumber, "n", "the interval of the event, or of the last look")
        {
            Below = "k",
        },
        new(
            "event", @"\delta", InputKind.Flag, "n",
            "1 where the event was seen in that interval, 0 where not by its end"),
    ];

    /// <summary>What a time lies between.</summary>
    public static IReadOnlyList<InputCard> Bounds { get; } =
    [
        .. Parameters,
        new("lower", "l", InputKind.NonNegative, "n", "the time after which the event came; 0 where nothing is known"),
        new(
            "upper", "u", InputKind.UpperBound, "n",
            "the time by which it came, not below the lower; infinity where not seen"),
    ];
}
