namespace Lossary.Samples;

/// <summary>The findings that are reproduced here.</summary>
public static class AllFindings
{
    public static IReadOnlyList<PublishedFinding> InOrder { get; } =
    [
        Giants.Finding,
        DoctorVisits.Finding,
        Quantiles.Finding,
        NoisyLabels.Finding,
        RareClass.Finding,
        PositiveWeight.Finding,
        SquaredForClasses.Finding,
    ];
}
