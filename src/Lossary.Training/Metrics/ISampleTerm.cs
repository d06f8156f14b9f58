namespace Lossary.Training;

/// <summary>What one sample contributes to a mean.</summary>
internal interface ISampleTerm
{
    double Of(double prediction, double target);
}
