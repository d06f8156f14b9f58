using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>What the probabilities of the loss to take are worth, where they are not to be believed.</summary>
internal static class CalibrationText
{
    /// <summary>One sentence, or none where chance explains the error or it is practically none.</summary>
    public static IEnumerable<string> Warnings(ComparisonResult result) => result.Diagnostics.Calibration
        .Where(one => one.Loss == result.Verdict.Take
            && one.Calibration.IsMiscalibrated && one.Calibration.Low >= result.Options.Rope)
        .Select(one => $"Those of {LossLabel.Inside(one.Loss.Objective)} are off by "
            + $"{Quantity.Percent(one.Calibration.Debiased)} on average ({Quantity.Percent(one.Calibration.Low)} to "
            + $"{Quantity.Percent(one.Calibration.High)}): calibrate them before they decide anything.");
}
