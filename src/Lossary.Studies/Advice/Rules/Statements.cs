namespace Lossary.Studies;

/// <summary>Conditions on what the user states, by the option that states it.</summary>
internal static class Statements
{
    public static Condition Costs { get; } = Condition.Stated(
        "--costs is given",
        needs => needs.Costs is not null,
        needs => $"--costs {FactText.Short(needs.Costs!.Under, 6)},{FactText.Short(needs.Costs.Over, 6)} (too little "
            + $"or a miss {FactText.Short(needs.Costs.Under, 6)}, too much or a false alarm "
            + $"{FactText.Short(needs.Costs.Over, 6)})");

    /// <summary>What to know where labels are wrong as often as stated.</summary>
    public const string WrongTests =
        "Rows that test are labelled as wrongly as those that train: where each class is still labelled as itself most "
        + "often, accuracy keeps the order of losses all the same; log loss does not.";

    /// <summary>That a file says what it costs to take one class for another.</summary>
    public static Condition ClassCosts { get; } = Condition.Stated(
        "--costs names a file", needs => needs.ClassCosts is not null, needs => $"--costs {needs.ClassCosts!.Path}");

    /// <summary>That a file says how often one class is labelled as another.</summary>
    public static Condition Flips { get; } = Condition.Stated(
        "--noise names a file", needs => needs.Flips is not null, SpellNoise);

    public static Condition Noise { get; } = Condition.Stated(
        "--noise is given", needs =>
            needs.IsNoisy || needs.NoiseShare is not null || needs.Flips is not null, SpellNoise);

    public static Condition NoNoise { get; } = new(
        _ => "--noise is not given",
        at => Noise.Look(at) is { Holds: true } stated
            ? new("--noise is not given", false, stated.Seen)
            : new("--noise is not given", true, "not stated"));

    public static Condition Calibrated { get; } =
        Condition.Stated("--calibrated is given", needs => needs.IsCalibrated, _ => "--calibrated");

    public static Condition Quantiles { get; } = Condition.Stated(
        "--quantiles is given",
        needs => needs.Quantiles.Count > 0,
        needs => $"--quantiles {string.Join(',', needs.Quantiles.Select(level => FactText.Short(level, 6)))}");

    public static Condition Ordinal { get; } =
        Condition.Stated("--ordinal is given", needs => needs.IsOrdinal == true, _ => "--ordinal");

    /// <summary>That labels look wrong by more than overlap of classes explains.</summary>
    public static Condition LooksMislabelled { get; } = Condition.All(
        Condition.Above(FactCatalogue.LabelNoise, ThresholdCatalogue.LabelNoise),
        Condition.Above(FactCatalogue.ConfidentErrors, ThresholdCatalogue.ConfidentErrors),
        new(
            SurestOfNoise,
            at =>
            {
                double limit = at.Thresholds[ThresholdCatalogue.SurestOfNoise];
                string text = SurestOfNoise(at.Thresholds);
                return at.Facts[FactCatalogue.ConfidentErrors] / at.Facts[FactCatalogue.LabelNoise] is double part
                    ? new(text, part >= limit, FactText.Short(part, 2))
                    : new(text, false, FactText.Absent);
            }));

    /// <summary>That class names look ordered, and the user does not say that they are not.</summary>
    public static Condition LooksOrdinal { get; } = new(
        _ => "classes look ordered, and --ordinal false is not given",
        at =>
        {
            Check looks = Condition.Flag(FactCatalogue.OrdinalHint).Look(at);
            bool holds = looks.Holds && at.Needs.IsOrdinal != false;
            return looks with
            {
                Condition = "classes look ordered, and --ordinal false is not given",
                Holds = holds,
                Seen = at.Needs.IsOrdinal == false ? "--ordinal false" : looks.Seen,
                Reasons = holds ? looks.Reasons : [],
            };
        });

    public static Condition Censored { get; } =
        Condition.Stated(
            "--censored is given", needs => needs.IsCensored || needs.EventColumn is not null, SpellCensored);

    /// <summary>That a column says which targets are bounds.</summary>
    public static Condition EventColumn { get; } = Condition.Stated(
        "--censored names a column", needs => needs.EventColumn is not null, SpellCensored);

    public static Condition Query { get; } = Condition.Stated(
        "--query is given", needs => needs.QueryColumn is not null, needs => $"--query {needs.QueryColumn}");

    /// <summary>That which share of the labels is wrong is known.</summary>
    public static Condition NoiseShare { get; } = Condition.Stated(
        "--noise names a share", needs => needs.NoiseShare is not null, SpellNoise);

    public static Condition Periodic { get; } =
        Condition.Stated("--periodic is given", needs => needs.IsPeriodic, _ => "--periodic");

    /// <summary>Noise of a stated share above a threshold.</summary>
    public static Condition NoiseAbove(ThresholdCard threshold) => new(
        limits => $"--noise above {FactText.Of(limits[threshold], FactUnit.Share)}",
        at =>
        {
            string text = $"--noise above {FactText.Of(at.Thresholds[threshold], FactUnit.Share)}";
            bool holds = at.Needs.NoiseShare > at.Thresholds[threshold];
            string seen = at.Needs.NoiseShare is null ? "not stated" : SpellNoise(at.Needs);
            return new(text, holds, seen) { Reasons = holds ? [new($"you stated {seen}")] : [] };
        });

    private static string SurestOfNoise(Thresholds limits) =>
        $"errors among the surest at least {FactText.Of(limits[ThresholdCatalogue.SurestOfNoise], FactUnit.Number)} "
        + "of the label noise";

    private static string SpellCensored(Needs needs) =>
        needs.EventColumn is null ? "--censored" : $"--censored {needs.EventColumn}";

    private static string SpellNoise(Needs needs) =>
        needs.Flips is { } flips ? $"--noise {flips.Path}"
        : needs.NoiseShare is double share ? $"--noise {FactText.Short(share, 6)}" : "--noise";
}
