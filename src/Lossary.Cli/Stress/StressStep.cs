using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>The part of <c>compare --stress</c> that follows the comparison.</summary>
internal static class StressStep
{
    /// <summary>The same result, with what troubled rows do to the objectives.</summary>
    public static ComparisonResult Run(
        Shell shell, CompareRequest request, ComparisonResult result, CancellationToken cancellation)
    {
        StressTest test = new(result);
        ProgressLine progress = new(shell, request.IsQuiet);
        progress.Begin($"Stress: {test.Trainings} trainings on troubled rows");
        try
        {
            return result with { Stress = test.Run(progress.Report, cancellation) };
        }
        finally
        {
            progress.End();
        }
    }
}
