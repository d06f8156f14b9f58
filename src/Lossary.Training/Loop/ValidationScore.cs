namespace Lossary.Training;

/// <summary>Judges a network after an epoch, by whatever matters to the task; lower is better.</summary>
/// <param name="network">The network in training; to be used for predictions only.</param>
/// <returns>The score; negate a metric that is better when higher.</returns>
public delegate double ValidationScore(Network<float> network);
