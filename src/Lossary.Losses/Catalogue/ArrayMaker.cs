namespace Lossary.Losses;

/// <summary>Makes losses of several arrays; those without a formula to read have it on their card.</summary>
internal sealed class ArrayMaker<TLoss, TTerms>(Func<double[], TLoss> make, Func<TLoss, string>? formula) : LossMaker
    where TLoss : struct, IArrayLoss<TLoss>, IDocumentedLoss
    where TTerms : struct, ITermsOf<TLoss>
{
    public override ILoss Make(LossCard card, double[] parameters, string name)
    {
        TLoss loss = make(parameters);
        return new NamedArrayLoss<TLoss, TTerms>(loss, card, loss.Traits, name);
    }

    public override LossTraits Traits(LossCard card) => make(card.Defaults()).Traits;

    public override string Formula(LossCard card) => formula?.Invoke(make(card.Defaults())) ?? card.Latex;
}
