namespace Lossary.Training;

/// <summary>How a dense layer's weights are drawn, so that signals keep their size from layer to layer.</summary>
public enum Initialization
{
    /// <summary>
    /// Uniform within ±√(6 / (inputs + outputs)): for tanh, sigmoid and outputs (X. Glorot, Y. Bengio, AISTATS 2010).
    /// </summary>
    Xavier,

    /// <summary>Uniform within ±√(6 / inputs): for ReLU (K. He et al., ICCV 2015, doi:10.1109/ICCV.2015.123).</summary>
    He,

    /// <summary>
    /// Uniform within ±√(1 / inputs), PyTorch's default for linear layers: a third of LeCun's variance (Y. LeCun et
    /// al., "Efficient BackProp", 1998), so that a network starts near its bias and small data does not have to unlearn
    /// noise.
    /// </summary>
    Small,
}
