namespace Lossary.Studies;

/// <summary>How far a loss's probabilities can be believed.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Calibration">Stated probabilities against what happened.</param>
public sealed record LossCalibration(LossOutcome Loss, Calibration Calibration);
