"""Small learned heads on sentence embeddings, beside the rules: logistic regressions over what was said and asked.

`training` fits them, `weights` keeps them, `opinion` asks them, `fusion` weighs them against the rules.
"""
