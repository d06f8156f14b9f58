using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>An objective that a comparison trains with.</summary>
/// <param name="Objective">The loss, with its parameters, and what is made of the class counts.</param>
/// <param name="Simplicity">Its place in the catalogue: where nothing else decides, the earlier is the simpler.</param>
internal sealed record Candidate(Objective Objective, int Simplicity)
{
    public ILoss Loss => Objective.Loss;
}
