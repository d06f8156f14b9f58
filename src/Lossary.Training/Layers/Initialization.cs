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
}
